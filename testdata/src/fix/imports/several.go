package imports

import "fmt"
import "strings"

func several(v string) {
	fmt.Println(send(map[string]any{"city": strings.TrimSpace(v)})) // want `skips`
}
