#include "core/finding.h"
