# SPDX-License-Identifier: Apache-2.0
# The everyday verbs. `./plimsoll` does the work and finds the JDK.

MVN = JAVA_HOME="$$(./plimsoll --which-java)" mvn -B -ntp

.PHONY: build test format demo clean

build:
	./plimsoll --version

test:
	./plimsoll test

format:
	$(MVN) -q spotless:apply

demo:
	./plimsoll demo

clean:
	$(MVN) -q clean
