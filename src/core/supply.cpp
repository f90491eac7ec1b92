#include "core/supply.h"
