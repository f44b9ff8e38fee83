// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.cli.Plimsoll;

/** The program: the commands, and what runs a controller for them. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name, and exits with its code. */
    public static void main(String[] arguments) {
        Plimsoll.main(new Controller(), arguments);
    }
}
