#ifndef SIZES
#define SIZES
#ifdef LARGE
#define SIZE 500
#else
#error How large are the sheets?
#endif
#endif
