#include "app/session.h"
#include "core/plan.h"

#include <QFile>
