#include "wording/quantities.h"

#include <QLabel>
#include <QPainter>
#include <QPrinter>
