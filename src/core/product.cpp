#include "core/product.h"
