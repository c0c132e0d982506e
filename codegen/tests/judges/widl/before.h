// Wine's headers as C has them, for a compiler of C++: with the vtables of C, and with types that can be taken apart.
// The library comes first, since it has to see that this is C++.
// Winsock has a struct of its own.
#define _TIMEVAL_DEFINED
#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>
#undef __CRT_UUID_DECL
#undef __cplusplus

// Words of C++ that C uses as names.
#define class class_
#define delete delete_
#define new new_
#define private private_
#define protected protected_
#define this this_
#define typeid typeid_
#define typename typename_

// A character of 16 bits is one that a literal can be made of.
#define WINE_UNICODE_NATIVE

// Members without a name get one, so that each can be named.
#define NONAMELESSSTRUCT
#define NONAMELESSUNION

// Parts of headers that are off unless asked for.
#define USE_COM_CONTEXT_DEF

// A header whose macros have the names of methods.
#define __WINE_WINSPOOL_H
