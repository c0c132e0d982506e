#include <very/far/away.h>
