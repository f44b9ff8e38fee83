// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * The peers with one mistake in them: one source file compiled anew with a line changed, in front
 * of all other classes of the peers and the replays, which are loaded anew around it.
 */
final class MistakenPeers {
    private static final Path SOURCES = Path.of("..", "simulator", "src", "main", "java");
    private static final List<String> RELOADED =
            List.of("dev.plimsoll.sim.baseline.", "dev.plimsoll.bench.goldens.");

    private final Path classes;

    MistakenPeers(Mistake mistake, Path folder) throws IOException {
        this.classes = Files.createDirectory(folder.resolve("classes"));
        Path source = folder.resolve(Path.of(mistake.file()).getFileName());
        Files.writeString(source, mistaken(mistake));
        compile(source);
    }

    /** The names of the cases that came out different. */
    List<String> failures(Path goldens) throws ReflectiveOperationException {
        Class<?> sets = new ChildFirst().loadClass(GoldenSet.class.getName());
        List<String> names = new ArrayList<>();
        for (Object set : (List<?>) call(sets.getDeclaredMethod("of", Path.class), null, goldens)) {
            for (Object failed : (List<?>) call(sets.getDeclaredMethod("replay"), set)) {
                names.add((String) call(failed.getClass().getDeclaredMethod("name"), failed));
            }
        }
        return names;
    }

    private static Object call(Method method, Object on, Object... arguments)
            throws ReflectiveOperationException {
        method.setAccessible(true);
        return method.invoke(on, arguments);
    }

    private static String mistaken(Mistake mistake) throws IOException {
        String source = Files.readString(SOURCES.resolve(mistake.file()));
        int at = source.indexOf(mistake.from());
        if (at < 0 || source.indexOf(mistake.from(), at + 1) >= 0) {
            throw new IllegalStateException(
                    "'%s' must stand once in %s".formatted(mistake.from(), mistake.file()));
        }
        return source.replace(mistake.from(), mistake.to());
    }

    private void compile(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options =
                    List.of(
                            "-proc:none",
                            "-nowarn",
                            "-d",
                            classes.toString(),
                            "-cp",
                            System.getProperty("java.class.path"));
            var sources = files.getJavaFileObjects(source);
            if (!compiler.getTask(problems, files, null, options, null, sources).call()) {
                throw new IllegalStateException("the mistake does not compile: " + problems);
            }
        }
    }

    private final class ChildFirst extends ClassLoader {
        ChildFirst() {
            super(MistakenPeers.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                return RELOADED.stream().anyMatch(name::startsWith)
                        ? anew(name)
                        : super.loadClass(name, resolve);
            }
        }

        private Class<?> anew(String name) throws ClassNotFoundException {
            String resource = name.replace('.', '/') + ".class";
            Path mistaken = classes.resolve(resource);
            try (InputStream stream =
                    Files.exists(mistaken)
                            ? Files.newInputStream(mistaken)
                            : getParent().getResourceAsStream(resource)) {
                if (stream == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = stream.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
