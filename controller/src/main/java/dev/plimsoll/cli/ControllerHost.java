// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Who can run a controller. */
public interface ControllerHost {
    /**
     * Runs one until it is stopped.
     *
     * @param out where it says what it does, a line each
     * @return whether it ended because it was asked to
     * @throws dev.plimsoll.model.InvalidInputException if the files cannot be used
     */
    boolean run(List<Path> files, PrintStream out, CountDownLatch stop) throws InterruptedException;

    /** Looks whether one could run; nothing is changed by it. */
    List<Finding> examine(List<Path> files);
}
