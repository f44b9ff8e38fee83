# SPDX-License-Identifier: Apache-2.0
# The everyday verbs. `./plimsoll` does the work and finds the JDK.

MVN = JAVA_HOME="$$(./plimsoll --which-java)" mvn -B -ntp

.PHONY: build test format demo report picture clean

build:
	./plimsoll --version

test:
	./plimsoll test

format:
	$(MVN) -q spotless:apply

demo:
	./plimsoll demo

# What every policy does in every built-in scenario: rewritten where a change of behaviour is meant.
report:
	mkdir -p target
	./plimsoll simulate --report >target/report.md
	mv target/report.md report.md

# What a person sees of a back-test, as target/backtest.png; needs chromium.
picture:
	mkdir -p target
	./plimsoll backtest examples/traces/web_ms_mongo_app1.csv -o html >target/backtest.html
	chromium --headless --no-sandbox --disable-gpu --disable-background-networking \
	    --user-data-dir=target/chromium --virtual-time-budget=5000 --window-size=1400,1700 \
	    --screenshot=target/backtest.png "file://$(CURDIR)/target/backtest.html"

clean:
	$(MVN) -q clean
