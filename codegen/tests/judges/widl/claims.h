// What claims are stated with. It stands behind the headers.
#undef class
#undef typename
#undef template

// `int` and `long` are one type to MIDL.
template <class T> struct Folded { typedef T type; };
template <> struct Folded<long> { typedef int type; };
template <> struct Folded<unsigned long> { typedef unsigned type; };
template <class T> struct Folded<const T> { typedef const typename Folded<T>::type type; };
template <class T> struct Folded<T *> { typedef typename Folded<T>::type *type; };
template <class T> struct Folded<T[]> { typedef typename Folded<T>::type type[]; };
template <class T> struct Folded<const T[]> { typedef const typename Folded<T>::type type[]; };
template <class T, size_t N> struct Folded<T[N]> { typedef typename Folded<T>::type type[N]; };
template <class T, size_t N> struct Folded<const T[N]> { typedef const typename Folded<T>::type type[N]; };
template <class R, class... P> struct Folded<R(P...)> {
    typedef typename Folded<R>::type type(typename Folded<P>::type...);
};
#ifndef _WIN64
template <class R, class... P> struct Folded<R __attribute__((stdcall)) (P...)> {
    typedef typename Folded<R>::type __attribute__((stdcall)) type(typename Folded<P>::type...);
};
template <class R, class... P> struct Folded<R __attribute__((fastcall)) (P...)> {
    typedef typename Folded<R>::type __attribute__((fastcall)) type(typename Folded<P>::type...);
};
#endif

template <class A, class B> struct Same { static const bool value = false; };
template <class A> struct Same<A, A> { static const bool value = true; };
// An error in here names both types.
template <class Ours, class Theirs> struct Agree {
    static const bool value = Same<Ours, Theirs>::value;
    static_assert(value);
};
template <class T> struct Value { typedef T type; };
template <class T> struct Value<const T> { typedef T type; };
// What names a function stands for the pointer to it.
template <class T> struct Pointed { typedef T type; };
template <class R, class... P> struct Pointed<R(P...)> { typedef R (*type)(P...); };
#ifndef _WIN64
template <class R, class... P> struct Pointed<R __attribute__((stdcall)) (P...)> {
    typedef R __attribute__((stdcall)) (*type)(P...);
};
#endif
// That a value itself is `const` concerns only who holds it.
#define TYPE(spelled) Pointed<Folded<Value<__typeof__ spelled>::type>::type>::type
#define AGREE(ours, theirs) static_assert(Agree<TYPE(ours), TYPE(theirs)>::value)

// A pointer made of a number counts as a constant only behind the question whether it is one.
#define VALUE(constant) (__builtin_constant_p((long long)(constant)) ? (long long)(constant) : (long long)(constant))

template <class C> constexpr bool equal(const C *a, const C *b) {
    while (*a && *a == *b) ++a, ++b;
    return *a == *b;
}

// How MIDL's own types are spelled in C.
#undef hyper
#undef small
#define hyper long long
#define small signed char
#define SAFEARRAY(element) SAFEARRAY *
