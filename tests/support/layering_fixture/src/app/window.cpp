#include "gui/main_window.h"
#include "storage/database.h"

#include <QtWidgets/QWidget>
