// The scalar types of kernel sources: AssemblyScript knows them, elsewhere each is a number.
type i32 = number;
type usize = number;
type f32 = number;
type f64 = number;
