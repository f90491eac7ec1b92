#include "core/amount.h"
#include "storage/database.h"

#include <boost/date_time/gregorian/gregorian_types.hpp>
