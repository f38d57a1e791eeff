// Bench measures what ciolint costs, beside programs that do less and more.
//
//	cd bench && go run .
//
// It writes a service of 100 packages that calls Customer.io and Kubernetes,
// whose client brings hundreds of packages into the build, and runs over it,
// in turns:
//
//	ciolint        this repository's command
//	noop           the stock driver with an analyzer that does nothing and has no
//	               facts: it loads the service from source, the rest from export data
//	stock          the stock driver with ciolint's analyzer, which loads everything
//	               from source because the analyzer has facts
//	vet, vet noop  go vet with ciolint, and with an analyzer that does nothing, as its
//	               tool; both have facts, so that the tool runs on every dependency.
//	               Cold: no results in the cache, but the build. Warm: all of them.
//
// All figures come from one run of the same machine, and what counts is their
// ratios. Time is the median of the rounds; memory is the peak resident size
// of the process and, in another column, of the largest process of all it
// started. It needs Linux, and the module proxy the first time.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("bench: ")
	packages := flag.Int("packages", 100, "size of the service")
	rounds := flag.Int("rounds", 3, "how often everything is measured")
	dir := flag.String("dir", "", "where to write the service; kept afterwards")
	flag.Parse()
	if err := bench(*dir, *packages, *rounds); err != nil {
		log.Fatal(err)
	}
}

func bench(dir string, packages, rounds int) error {
	if dir == "" {
		tmp, err := os.MkdirTemp("", "ciolint-bench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(tmp)
		dir = tmp
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	log.Printf("building the programs and a service of %d packages in %s", packages, dir)
	tools, err := buildTools(dir)
	if err != nil {
		return err
	}
	service := filepath.Join(dir, "service")
	if err := writeService(service, packages); err != nil {
		return err
	}
	m := &measurer{dir: service, cold: filepath.Join(dir, "vetcache")}
	if err := m.measureAll(tools, rounds); err != nil {
		return err
	}
	m.print(os.Stdout)
	return nil
}

// buildTools builds the programs to compare.
func buildTools(dir string) (map[string]string, error) {
	tools := map[string]string{}
	for name, pkg := range map[string]string{
		"ciolint": "github.com/ciolint/ciolint/cmd/ciolint",
		"noop":    "./noop",
		"noopvet": "./noopvet",
		"stock":   "./stock",
	} {
		tools[name] = filepath.Join(dir, "bin", name)
		if err := goCommand(".", "build", "-o", tools[name], pkg); err != nil {
			return nil, fmt.Errorf("%w (run it in the directory bench)", err)
		}
	}
	return tools, nil
}
