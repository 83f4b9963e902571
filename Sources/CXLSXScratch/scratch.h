#ifndef CXLSXSCRATCH_SCRATCH_H
#define CXLSXSCRATCH_SCRATCH_H

#include "CXLSXScratch.h"

// Whether the calling thread is at work on a workbook of ours.
bool tracktable_scratch_is_in_use(void);

#endif
