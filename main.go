// Command expunge prepares Mississippi expungement papers from a file of facts.
package main

import (
	"context"
	"os"
	"time"

	"expunge/petition/cli"
)

// version is set when a release is linked.
var version string

func main() {
	os.Exit(cli.Main(context.Background(), os.Args[1:], cli.System(version), time.Now))
}
