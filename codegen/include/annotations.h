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

/* On an interface: its vtable is longer than what is written. It can be passed on, not called or implemented. */
#define OPAQUE custom(3c8d3f0a-5b0e-4a51-9a51-6a7f0c6f1d02, 1)

#endif
