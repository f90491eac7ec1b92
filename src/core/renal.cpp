#include "core/renal.h"
