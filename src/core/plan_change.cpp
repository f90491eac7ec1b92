#include "core/plan_change.h"
