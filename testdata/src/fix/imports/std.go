package imports

import (
	"fmt"
	"strings"
)

func std(v string) {
	fmt.Println(send(map[string]any{"city": strings.TrimSpace(v)})) // want `skips`
}
