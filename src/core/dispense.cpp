#include "core/dispense.h"
