//! Pipes.

use super::dumped;
use expect_test::expect;

#[test]
fn a_pipe_is_a_struct_of_callbacks() {
    expect![[r#"
        Struct POINT tag=-
          long x
          long y
        Struct POINT_PIPE tag=pipe_POINT_PIPE
          void (__stdcall *pull)(char *state, POINT *buf, unsigned long esize, unsigned long *ecount) [nullable]
          void (__stdcall *push)(char *state, POINT *buf, unsigned long ecount) [nullable]
          void (__stdcall *alloc)(char *state, unsigned long bsize, POINT **buf, unsigned long *bcount) [nullable]
          char *state [nullable]
        alias POINT_PIPE *POINT_PIPE_POINTER
        alias long pipe
        alias pipe PLAIN
        alias pipe PLAIN_TOO
        Struct BYTE_PIPE tag=pipe_BYTE_PIPE
          void (__stdcall *pull)(char *state, byte *buf, unsigned long esize, unsigned long *ecount) [nullable]
          void (__stdcall *push)(char *state, byte *buf, unsigned long ecount) [nullable]
          void (__stdcall *alloc)(char *state, unsigned long bsize, byte **buf, unsigned long *bcount) [nullable]
          char *state [nullable]
        function void Send(in handle_t binding, in POINT_PIPE points, out BYTE_PIPE *bytes) dll=None entry=None C
    "#]].assert_eq(&dumped(
        "
        typedef struct { long x, y; } POINT;
        typedef pipe POINT POINT_PIPE, *POINT_PIPE_POINTER;
        typedef long pipe;
        typedef pipe PLAIN, PLAIN_TOO;
        [uuid(5024a385-2d44-486a-81a8-8f0ecb6071dd), version(1.0)]
        interface IRemote
        {
            typedef [public] pipe unsigned char BYTE_PIPE;
            void Send([in] handle_t binding, [in] POINT_PIPE points, [out] BYTE_PIPE *bytes);
        }
        ",
    ));
}
