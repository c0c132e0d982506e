/*
 * Annotations: what a safe wrapper must know and MIDL has no word for.
 *
 * Each is MIDL's own custom(uuid, value) attribute behind a readable name, so that other MIDL compilers accept
 * it too. Use it with #include "annotations.h"; midl-bindgen knows this file without being told where it is.
 */
#ifndef MIDL_BINDGEN_ANNOTATIONS_H
#define MIDL_BINDGEN_ANNOTATIONS_H

/* On a handle parameter: the callee takes the handle over and closes it. */
#define CALLEE_CLOSES custom(3c8d3f0a-5b0e-4a51-9a51-6a7f0c6f1d01, 1)

/* On a handle that comes out: the caller takes it over and closes it. */
#define CALLER_CLOSES custom(3c8d3f0a-5b0e-4a51-9a51-6a7f0c6f1d07, 1)

/* On an interface: its vtable is longer than what is written. It can be passed on, not called or implemented. */
#define OPAQUE custom(3c8d3f0a-5b0e-4a51-9a51-6a7f0c6f1d02, 1)

/* On an out parameter: NULL comes back together with success where there is nothing to give. */
#define NULL_ON_SUCCESS custom(3c8d3f0a-5b0e-4a51-9a51-6a7f0c6f1d03, 1)

/* On an integer parameter or field: the enumeration whose values it holds, FLAGS_TYPE("SYNC_FLAGS"). */
#define FLAGS_TYPE(name) custom(3c8d3f0a-5b0e-4a51-9a51-6a7f0c6f1d04, name)

/* On a method: what it returns on success beside S_OK, SUCCESS_CODES("S_FALSE, MAPI_W_PARTIAL_COMPLETION"). */
#define SUCCESS_CODES(names) custom(3c8d3f0a-5b0e-4a51-9a51-6a7f0c6f1d05, names)

/* On an out parameter: the function that frees what comes out, where it is not CoTaskMemFree,
   ALLOCATOR("MAPIFreeBuffer"). LocalFree, GlobalFree and SysFreeString are known; of others the manifest names the
   Rust type. In [local] methods nothing but text is freed without it, so that CoTaskMemFree can be said, too. */
#define ALLOCATOR(free) custom(3c8d3f0a-5b0e-4a51-9a51-6a7f0c6f1d06, free)

#endif
