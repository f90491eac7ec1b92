#include "core/ratio.h"
