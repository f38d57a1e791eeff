package static

import "github.com/ciolint/ciolint/runtime/credential"

var inATest = credential.Static("00112233445566778899")
