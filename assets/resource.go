package assets

import (
	"slices"
	"sync"
)

// Resource is an organization that helps people with expungement. Contacts go
// stale, so whoever prints one prints its Age beside it. See SOURCES.md.
type Resource struct {
	Organization, Contact string
	Serves                string // whom or what, and the limits that are known
	Age                   string // how old the contact is; never empty
}

// Resources returns the list in the order in which to print it, widest reach
// first, in a slice of the caller's own.
func Resources() []Resource { return slices.Clone(resources()) }

var resources = sync.OnceValue(func() []Resource {
	rows := table("resources.csv")
	all := make([]Resource, len(rows))
	for i, r := range rows {
		all[i] = Resource{r["organization"], r["contact"], r["serves"], r["age"]}
	}
	return all
})
