package credential_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/credential"
)

func writeFile(t testing.TB, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func mustGet(t *testing.T, source credential.Source) string {
	t.Helper()
	value, err := source.Get(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func TestFileTrimsTheNewlineOnly(t *testing.T) {
	for content, want := range map[string]string{
		"key": "key", "key\n": "key", "key\r\n": "key", "key\n\n": "key",
	} {
		if got := mustGet(t, credential.File(writeFile(t, t.TempDir(), "k", content))); got != want {
			t.Errorf("%q: got %q", content, got)
		}
	}
}

func TestFileSeesEveryKindOfChange(t *testing.T) {
	dir := t.TempDir()
	path := writeFile(t, dir, "key", "one\n")
	source := credential.File(path)
	if got := mustGet(t, source); got != "one" {
		t.Fatal(got)
	}

	// In place, of the same length, and with the modification time put back: nothing but the content differs.
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, dir, "key", "two\n")
	if err := os.Chtimes(path, time.Time{}, info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if got := mustGet(t, source); got != "two" {
		t.Errorf("write in place: %s", got)
	}

	if err := os.Rename(writeFile(t, dir, "key.new", "three\n"), path); err != nil {
		t.Fatal(err)
	}
	if got := mustGet(t, source); got != "three" {
		t.Errorf("rename over: %s", got)
	}

	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := source.Get(context.Background()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("removed: %v", err)
	}
	writeFile(t, dir, "key", "four")
	if got := mustGet(t, source); got != "four" {
		t.Errorf("came back: %s", got)
	}
}

// secretVolume is laid out as Kubernetes does it: key -> ..data/key, ..data -> a directory named by its time. An update
// writes a new directory and renames a new ..data over the old one.
type secretVolume struct {
	t       testing.TB
	dir     string
	version int
}

func newSecretVolume(t testing.TB, content map[string]string) *secretVolume {
	v := &secretVolume{t: t, dir: t.TempDir()}
	v.update(content)
	for name := range content {
		if err := os.Symlink(filepath.Join("..data", name), filepath.Join(v.dir, name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	return v
}

func (v *secretVolume) path(name string) string { return filepath.Join(v.dir, name) }

func (v *secretVolume) update(content map[string]string) {
	v.t.Helper()
	v.version++
	data := "..2026_" + string(rune('a'+v.version%26)) + strings.Repeat("x", v.version/26)
	steps := []error{os.Mkdir(v.path(data), 0o700)}
	for name, value := range content {
		writeFile(v.t, v.path(data), name, value)
	}
	steps = append(steps, os.Symlink(data, v.path("..data_tmp")))
	old, _ := os.Readlink(v.path("..data"))
	steps = append(steps, os.Rename(v.path("..data_tmp"), v.path("..data")))
	if old != "" {
		steps = append(steps, os.RemoveAll(v.path(old)))
	}
	if err := errors.Join(steps...); err != nil {
		v.t.Fatal(err)
	}
}

func TestFileFollowsAKubernetesUpdate(t *testing.T) {
	volume := newSecretVolume(t, map[string]string{"api_key": "old"})
	source := credential.File(volume.path("api_key"))
	if got := mustGet(t, source); got != "old" {
		t.Fatal(got)
	}
	volume.update(map[string]string{"api_key": "new\n"})
	if got := mustGet(t, source); got != "new" {
		t.Errorf("after the swap of ..data: %s", got)
	}
}

func TestFileRefusesWhatEverybodyMayTouch(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no such permission bits")
	}
	allow := []credential.FileOption{credential.AllowWorldReadable()}
	tests := []struct {
		mode    fs.FileMode
		options []credential.FileOption
		says    string // "" when accepted
	}{
		{0o400, nil, ""}, {0o600, nil, ""}, {0o440, nil, ""}, {0o640, nil, ""}, {0o660, nil, ""},
		{0o644, nil, "world-readable (mode 0644)"}, {0o604, nil, "world-readable"}, {0o602, nil, "world-writable"},
		{0o666, nil, "world-writable"}, {0o644, allow, ""}, {0o666, allow, "world-writable (mode 0666)"},
	}
	for _, test := range tests {
		path := writeFile(t, t.TempDir(), "key", secretText)
		if err := os.Chmod(path, test.mode); err != nil {
			t.Fatal(err)
		}
		got, err := credential.File(path, test.options...).Get(context.Background())
		switch {
		case test.says == "" && (err != nil || got != secretText):
			t.Errorf("%04o: %v", test.mode, err)
		case test.says != "" && (!errors.Is(err, credential.ErrInsecure) || !strings.Contains(err.Error(), test.says) || got != ""):
			t.Errorf("%04o: %q, %v; want %q", test.mode, got, err, test.says)
		case err != nil && (!strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "chmod") || leaks(err.Error())):
			t.Errorf("%04o: the error does not say which file and what to do, or too much: %v", test.mode, err)
		}
	}
}

func TestFileJudgesTheTargetOfALink(t *testing.T) {
	dir := t.TempDir()
	target := writeFile(t, dir, "target", secretText)
	if err := os.Symlink(target, filepath.Join(dir, "key")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if got := mustGet(t, credential.File(filepath.Join(dir, "key"))); got != secretText {
		t.Error("a link's own bits are always 0777 and mean nothing")
	}
}

func TestFileRefusesWhatIsNoKey(t *testing.T) {
	dir := t.TempDir()
	tests := []struct {
		path string
		says string
	}{
		{writeFile(t, dir, "empty", ""), "empty"},
		{writeFile(t, dir, "newline", "\n"), "empty"},
		{writeFile(t, dir, "large", strings.Repeat("k", 64<<10+1)), "larger than 65536 bytes"},
		{dir, "not a regular file"},
		{filepath.Join(dir, "absent"), "no such file"},
	}
	for _, test := range tests {
		got, err := credential.File(test.path).Get(context.Background())
		if got != "" || err == nil || !strings.Contains(err.Error(), test.says) || !strings.Contains(err.Error(), test.path) {
			t.Errorf("%s: %v; want %q", filepath.Base(test.path), err, test.says)
		}
	}
	if got := mustGet(t, credential.File(writeFile(t, dir, "largest", strings.Repeat("k", 64<<10)))); len(got) != 64<<10 {
		t.Errorf("64 KiB: %d bytes", len(got))
	}
}

func BenchmarkFile(b *testing.B) {
	source := credential.File(writeFile(b, b.TempDir(), "key", strings.Repeat("k", 20)+"\n"))
	for b.Loop() {
		if _, err := source.Get(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}
