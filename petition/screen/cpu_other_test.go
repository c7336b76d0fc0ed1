//go:build !unix

package screen_test

import "time"

// processorTime is not told apart here.
func processorTime() time.Duration { return 0 }
