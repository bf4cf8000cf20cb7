#ifndef CUNITDATA_H
#define CUNITDATA_H
#endif
