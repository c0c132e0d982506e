#define NUMBER(name) long unsigned float name
#define VALUE(name) [in] NUMBER(name)
