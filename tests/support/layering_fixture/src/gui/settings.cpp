#include "app/session.h"

void read(storage::Database& database);
