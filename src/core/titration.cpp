#include "core/titration.h"
