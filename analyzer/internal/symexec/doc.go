// Package symexec placeholder
package symexec
