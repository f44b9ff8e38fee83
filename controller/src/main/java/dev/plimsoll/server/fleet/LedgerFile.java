// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.fleet.AppliedOrder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A ledger in a file, a line for each order. What a killed process left of a line was never
 * answered, and is cut off. Orders that come at the same time share a sync of the disk. Not
 * thread-safe, but for {@link #sync}.
 */
public final class LedgerFile implements Ledger {
    private static final String OPTION = "--ledger";

    private final Path file;
    private final LedgerLine form;
    private final FileChannel channel;
    private final List<AppliedOrder> earlier;
    private final Object syncing = new Object();
    private final AtomicLong written = new AtomicLong();
    private volatile boolean uncertain;
    private long synced;

    private LedgerFile(Path file, LedgerLine form, FileChannel channel) throws IOException {
        this.file = file;
        this.form = form;
        this.channel = channel;
        this.earlier = read();
        channel.position(channel.size());
    }

    /**
     * Opens, or makes, the ledger of a fleet.
     *
     * @param scenario the fleet's name
     * @param seed of what is drawn at random in it
     * @param copies of the scenario's service
     * @throws InvalidInputException if the file cannot be used, or is not of this fleet
     */
    public static LedgerFile open(Path file, String scenario, long seed, int copies) {
        try {
            return open(file, new LedgerLine(scenario, seed, copies));
        } catch (IOException e) {
            throw refusal(file, "name a file that can be written, in a folder that is there");
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static LedgerFile open(Path file, LedgerLine form) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            requireAlone(file, channel);
            return new LedgerFile(file, form, channel);
        } catch (InvalidInputException | IOException e) {
            channel.close();
            throw e;
        }
    }

    private static void requireAlone(Path file, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // This process has it already: refused as if another had.
        }
        throw refusal(file, "another fleet writes to it; stop that one, or name another file");
    }

    @Override
    public List<AppliedOrder> earlier() {
        return earlier;
    }

    @Override
    public void append(AppliedOrder order) {
        try {
            if (uncertain) {
                throw new IOException("an earlier order may be lost");
            }
            long before = channel.size();
            try {
                write(ByteBuffer.wrap(form.write(order).getBytes(StandardCharsets.UTF_8)));
                written.incrementAndGet();
            } catch (IOException e) {
                channel.truncate(before);
                throw e;
            }
        } catch (IOException e) {
            throw new LedgerException(file.toString(), e);
        }
    }

    private void write(ByteBuffer line) throws IOException {
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    @Override
    public void sync() {
        long asked = written.get();
        synchronized (syncing) {
            if (synced < asked) {
                long all = written.get();
                force();
                synced = all;
            }
        }
    }

    private void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            uncertain = true;
            throw new LedgerException(file.toString(), e);
        }
    }

    private List<AppliedOrder> read() throws IOException {
        byte[] bytes = bytes();
        int whole = afterLastLine(bytes);
        channel.truncate(whole);
        List<AppliedOrder> orders = new ArrayList<>();
        for (String line : new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList()) {
            orders.add(form.read(line, "%s:%d".formatted(file, orders.size() + 1)));
        }
        return List.copyOf(orders);
    }

    /** Through the channel that is locked: to close another would end the lock (POSIX). */
    private byte[] bytes() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until all of it is there
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static int afterLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LedgerException(file.toString(), e);
        }
    }

    private static InvalidInputException refusal(Path file, String mend) {
        return new InvalidInputException(OPTION, "file", file.toString(), mend);
    }
}
