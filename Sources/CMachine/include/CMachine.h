#ifndef C_MACHINE_H
#define C_MACHINE_H

/// Lets the allocator keep up to this many bytes that were freed, where it can be told so; else does nothing.
void machine_keep_memory(int bytes);

#endif
