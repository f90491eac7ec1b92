#include "storage/patient_store.h"
#include "wording/quantities.h"

#include <QChartView>
#include <QSqlQuery>
#include <sodium.h>
