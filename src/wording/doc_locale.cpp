#include "wording/messages.h"
