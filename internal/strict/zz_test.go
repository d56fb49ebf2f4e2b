package strict
import ("testing";"time";"os")
func FuzzSlow(f *testing.F){
 for _, s := range []string{
		"", "a: b\n", "{\"a\": [1, null]}", "a: &x [*x]\n", "m:\n  ? {x: y}\n  : 1\n  <<: {b: 1}", "a: 'x\nb: [\n",
		"- a\n - b\n\tc: d", "\ufeff{a: b}", "a: \u2028b\nc: *x\n", "\xff\xfea\x00", "a: 1\n---\nb: \"\\ud800\"\n", "? - a\n", "!a!b c", "{a: b?, ?c: [d ?]}\n? e\n","%TAG ! x\n---\n",
	} { f.Add([]byte(s)) }
 f.Fuzz(func(t *testing.T,d []byte){
  st:=time.Now(); Parse("f",d,megabyte); if e:=time.Since(st); e>300*time.Millisecond { os.WriteFile("/tmp/exp/slow",d,0o644); t.Fatal(e,len(d)) }
 })
}
