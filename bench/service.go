package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// client is the version of the Kubernetes client that the service uses.
const client = "v0.37.2"

const serviceModule = `module example.com/service

go 1.26.0

require (
	github.com/ciolint/ciolint v0.0.0
	github.com/customerio/go-customerio/v3 v3.11.0
	k8s.io/api %[1]s
	k8s.io/apimachinery %[1]s
	k8s.io/client-go %[1]s
)

replace (
	github.com/ciolint/ciolint => %[2]s
	github.com/customerio/go-customerio/v3 => %[2]s/testdata/demo/stub/go-customerio
)
`

// writeService writes a module with n packages p000, p001, ... and builds it,
// so that the build cache has what is measured elsewhere.
func writeService(dir string, n int) error {
	root, err := filepath.Abs("..")
	if err != nil {
		return err
	}
	if err := writeFile(dir, "go.mod", fmt.Sprintf(serviceModule, client, root)); err != nil {
		return err
	}
	for i := range n {
		if err := writeFile(dir, filepath.Join(pkgName(i), "service.go"), servicePackage(i)); err != nil {
			return err
		}
		if err := writeFile(dir, filepath.Join(pkgName(i), "service_test.go"), serviceTest(i)); err != nil {
			return err
		}
	}
	if err := goCommand(dir, "mod", "tidy"); err != nil {
		return err
	}
	return goCommand(dir, "build", "./...")
}

func pkgName(i int) string { return fmt.Sprintf("p%03d", i) }

// servicePackage returns the source of one package. It imports up to two
// earlier ones, whose helpers it sends data through.
func servicePackage(i int) string {
	var imports, calls strings.Builder
	for _, j := range []int{i / 2, i / 3} {
		if j >= 0 && j < i && !strings.Contains(imports.String(), pkgName(j)) {
			fmt.Fprintf(&imports, "\t\"example.com/service/%s\"\n", pkgName(j))
			fmt.Fprintf(&calls, "\tif err := %s.Send(c, u.ID, %s.Attributes(m)); err != nil {\n\t\treturn err\n\t}\n", pkgName(j), pkgName(j))
		}
	}
	var body strings.Builder
	for f := range functions {
		body.WriteString(strings.ReplaceAll(function, "NN", fmt.Sprint(f)))
	}
	if i%10 == 0 {
		body.WriteString(objects)
	}
	return strings.NewReplacer("PKG", pkgName(i), "IMPORTS", imports.String(), "CALLS", calls.String(), "BODY", body.String()).Replace(source)
}

func serviceTest(i int) string {
	return strings.ReplaceAll(`package PKG

import "testing"

func TestTotal0(t *testing.T) {
	if got := Total0([]Item0{{Price: 2, Count: 3}}); got != 6 {
		t.Error(got)
	}
}
`, "PKG", pkgName(i))
}

// functions is how often a package repeats the pattern below; with it a
// package has about 700 lines.
const functions = 12

const source = `// Package PKG is generated.
package PKG

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"sort"
	"strings"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
IMPORTS)

// User is a person.
type User struct {
	ID, Email, Phone, SSN string
	Labels                map[string]string
}

// Attributes copies what the service knows of a person.
func Attributes(m map[string]any) map[string]any {
	out := map[string]any{}
	for k, v := range m {
		out[strings.ToLower(k)] = v
	}
	return out
}

// Send sends a profile.
func Send(c *customerio.CustomerIO, id string, m map[string]any) error {
	return c.Identify(id, m)
}

// Sync sends a person through the other packages.
func Sync(c *customerio.CustomerIO, u User) error {
	m := sanitize.Attributes(map[string]any{"email": u.Email, "phone": u.Phone})
CALLS	return Send(c, u.ID, m)
}

// Ordered tells of an order.
func Ordered(c *customerio.CustomerIO, u User, items []Item0) error {
	return c.Track(u.ID, "ordered", map[string]any{"total": Total0(items), "ssn": u.SSN})
}

// Pods names what runs.
func Pods(ctx context.Context, set kubernetes.Interface, namespace string) ([]string, error) {
	list, err := set.CoreV1().Pods(namespace).List(ctx, metav1.ListOptions{})
	if err != nil {
		return nil, fmt.Errorf("pods of %s: %w", namespace, err)
	}
	var names []string
	for _, pod := range list.Items {
		if pod.Status.Phase == corev1.PodRunning {
			names = append(names, pod.Name)
		}
	}
	sort.Strings(names)
	return names, nil
}
BODY`

// objects is what every tenth package has on top: a function that hands out
// the large structs of the Kubernetes API.
const objects = `
// Objects lists what runs.
func Objects(ctx context.Context, set kubernetes.Interface, namespace string) ([]corev1.Pod, error) {
	list, err := set.CoreV1().Pods(namespace).List(ctx, metav1.ListOptions{})
	if err != nil {
		return nil, err
	}
	return list.Items, nil
}
`

const function = `
// ItemNN is a line of an order.
type ItemNN struct {
	Name  string
	Price int
	Count int
	Tags  []string
}

// TotalNN adds up.
func TotalNN(items []ItemNN) int {
	sum := 0
	for _, it := range items {
		if it.Count <= 0 || it.Price < 0 {
			continue
		}
		sum += it.Price * it.Count
	}
	return sum
}

// GroupNN sorts items by tag.
func GroupNN(items []ItemNN) map[string][]ItemNN {
	groups := map[string][]ItemNN{}
	for _, it := range items {
		for _, tag := range it.Tags {
			tag = strings.TrimSpace(strings.ToLower(tag))
			if tag != "" {
				groups[tag] = append(groups[tag], it)
			}
		}
	}
	return groups
}

// HandleNN answers a request.
func HandleNN(w http.ResponseWriter, r *http.Request) {
	var in struct {
		User  User
		Items []ItemNN
	}
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	out := map[string]any{"total": TotalNN(in.Items), "groups": len(GroupNN(in.Items))}
	for k, v := range in.User.Labels {
		out[k] = v
	}
	if err := json.NewEncoder(w).Encode(out); err != nil {
		fmt.Fprintln(w, err)
	}
}
`

func writeFile(dir, name, text string) error {
	name = filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(text), 0o666)
}

func goCommand(dir string, args ...string) error {
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, os.Stderr, os.Stderr
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod")
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("go %s: %w", strings.Join(args, " "), err)
	}
	return nil
}
