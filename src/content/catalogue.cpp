#include "content/catalogue.h"
