#include "core/scale.h"
