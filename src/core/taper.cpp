#include "core/taper.h"
