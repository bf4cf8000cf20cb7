#include "CUnitData.h"
