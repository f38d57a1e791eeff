package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"
)

// sample is what one run took.
type sample struct {
	wall, cpu time.Duration // cpu with that of all processes it started
	own, tree int64         // peak resident size in bytes: of the process, of the largest process it started or itself
}

// measurer runs programs in a service.
type measurer struct {
	dir     string
	cold    string // a build cache that has builds, but no results of vet
	samples map[string][]sample
}

// measureAll takes every sample once in each round, so that what else the
// machine does hits all alike.
func (m *measurer) measureAll(tools map[string]string, rounds int) error {
	m.samples = map[string][]sample{}
	if err := m.warmBuild(); err != nil {
		return err
	}
	for range rounds {
		// What is over in a second needs more samples.
		for _, name := range []string{"stock", "noop", "ciolint", "noop", "ciolint", "noop", "ciolint"} {
			if err := m.run(name, nil, tools[name], "./..."); err != nil {
				return err
			}
		}
		for _, v := range []struct{ name, tool string }{{"vet", tools["ciolint"]}, {"vet noop", tools["noopvet"]}} {
			if err := m.vet(v.name, v.tool); err != nil {
				return err
			}
		}
	}
	return nil
}

// warmBuild has everything compiled, in both caches.
func (m *measurer) warmBuild() error {
	for _, env := range []string{"", "GOCACHE=" + m.cold} {
		cmd := exec.Command("go", "list", "-export", "-test", "-deps", "./...")
		cmd.Dir, cmd.Env, cmd.Stderr = m.dir, append(os.Environ(), env, "GOWORK=off", "GOFLAGS=-mod=mod"), os.Stderr
		if err := cmd.Run(); err != nil {
			return err
		}
	}
	return nil
}

// vet measures go vet without results in the cache, then with them.
func (m *measurer) vet(name, tool string) error {
	fresh := tool + ".fresh"
	if err := copyAnew(tool, fresh); err != nil {
		return err
	}
	env := []string{"GOCACHE=" + m.cold}
	for _, temperature := range []string{" cold", " warm", " warm", " warm", " warm", " warm"} {
		if err := m.run(name+temperature, env, "go", "vet", "-vettool="+fresh, "./..."); err != nil {
			return err
		}
	}
	return nil
}

// copyAnew copies an executable and appends the time, which changes its
// identity and nothing else: no cache has results of it.
func copyAnew(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, append(data, time.Now().String()...), 0o777)
}

// run takes a sample. Findings are no failure.
func (m *measurer) run(name string, env []string, program string, args ...string) error {
	cmd := exec.Command(program, args...)
	cmd.Dir = m.dir
	cmd.Env = append(append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod"), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return err
	}
	own := watch(cmd.Process.Pid)
	err := cmd.Wait()
	s := sample{wall: time.Since(start), own: own()}
	var exit *exec.ExitError
	if errors.As(err, &exit) && (exit.ExitCode() == 3 || name[:3] == "vet" && exit.ExitCode() == 1) {
		err = nil
	}
	if err != nil {
		return fmt.Errorf("%s: %w\n%.2000s", name, err, stderr.String())
	}
	s.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	s.tree = cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10
	m.samples[name] = append(m.samples[name], s)
	return nil
}

// watch follows the peak of a process's resident size, which the kernel
// forgets with the process. The function that it returns gives the last
// value seen.
func watch(pid int) func() int64 {
	stop, result := make(chan bool), make(chan int64)
	go func() {
		var peak int64
		for {
			select {
			case <-stop:
				result <- peak
				return
			case <-time.After(2 * time.Millisecond):
				peak = max(peak, highWater(pid))
			}
		}
	}()
	return func() int64 { close(stop); return <-result }
}

func highWater(pid int) int64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(data), "VmHWM:")
	line, _, _ := strings.Cut(after, "kB")
	kb, _ := strconv.ParseInt(strings.TrimSpace(line), 10, 64)
	return kb << 10
}

// print writes the medians, and the ratios to the program each is held against.
func (m *measurer) print(w io.Writer) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "program\twall\tcpu\tmemory\twith children\t")
	for _, name := range []string{"noop", "ciolint", "stock", "vet noop cold", "vet cold", "vet noop warm", "vet warm"} {
		s := m.median(name)
		fmt.Fprintf(t, "%s\t%.2fs\t%.2fs\t%dM\t%dM\t\n", name, s.wall.Seconds(), s.cpu.Seconds(), s.own>>20, s.tree>>20)
	}
	t.Flush()
	fmt.Fprintln(w)
	for _, r := range []struct {
		a, b, want string
	}{
		{"ciolint", "noop", "time at most 2, memory at most 3"},
		{"stock", "ciolint", "time at least 5, memory at least 10"},
		{"vet cold", "vet noop cold", "time at most 1.5"},
		{"vet warm", "vet noop warm", "time at most 1.2"},
	} {
		a, b := m.median(r.a), m.median(r.b)
		fmt.Fprintf(w, "%s / %s: time %.2f, memory %.2f (%.2f with children); wanted: %s\n", r.a, r.b,
			a.wall.Seconds()/b.wall.Seconds(), ratio(a.own, b.own), ratio(a.tree, b.tree), r.want)
	}
}

func ratio(a, b int64) float64 { return float64(a) / float64(b) }

// median takes the median of each figure by itself.
func (m *measurer) median(name string) sample {
	list := m.samples[name]
	return sample{
		wall: middle(list, func(s sample) time.Duration { return s.wall }),
		cpu:  middle(list, func(s sample) time.Duration { return s.cpu }),
		own:  middle(list, func(s sample) int64 { return s.own }),
		tree: middle(list, func(s sample) int64 { return s.tree }),
	}
}

func middle[T int64 | time.Duration](list []sample, of func(sample) T) T {
	var values []T
	for _, s := range list {
		values = append(values, of(s))
	}
	slices.Sort(values)
	return values[len(values)/2]
}
