package pdf

// store hands out slices from blocks of memory that are used again after a reset, so that
// what lives no longer than the setting of one paper costs no new memory.
type store[T any] struct {
	blocks [][]T
	now    int // the block in use
	used   int // of it
}

// leastBlock is how many elements a block has room for, at least.
const leastBlock = 256

// take returns a slice of n zero elements. It does not grow in place: what is appended to
// it moves elsewhere.
func (s *store[T]) take(n int) []T {
	taken := s.room(n)[:n]
	clear(taken)
	return s.keep(taken)
}

// room returns an empty slice with room for n elements, which are not taken yet.
func (s *store[T]) room(n int) []T {
	for ; s.now < len(s.blocks); s.now, s.used = s.now+1, 0 {
		if block := s.blocks[s.now]; s.used+n <= len(block) {
			return block[s.used : s.used : s.used+n]
		}
	}
	s.blocks = append(s.blocks, make([]T, max(leastBlock, n)))
	return s.blocks[s.now][:0:n]
}

// keep takes what stands in the room that was asked for last.
func (s *store[T]) keep(part []T) []T {
	s.used += len(part)
	return part[:len(part):len(part)]
}

// reset takes all slices back. Who still holds one must not use it.
func (s *store[T]) reset() { s.now, s.used = 0, 0 }
