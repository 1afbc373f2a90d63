"""A `banua serve` of one's own for a check: on a free port of this machine, and ended with it.

    python3 Tools/service/serving.py PROGRAMS DATA COMMAND...      runs the command with the address of the service as its last word
"""
import http.client, pathlib, subprocess, sys, threading, time, urllib.parse


class Service:
    """Runs while the `with` block does. `settings` are those of Documentation/operating.md, by name."""

    def __init__(self, programs, data, **settings):
        self.programs, self.data = pathlib.Path(programs).resolve(), pathlib.Path(data).resolve()
        self.settings = {"log.level": "warning"} | {name.replace("_", "."): value for name, value in settings.items()}

    def __enter__(self):
        command = [self.programs / "banua", "serve", "--data", self.data, "--port", "0"]
        for name, value in self.settings.items():
            command += ["--set", f"{name}={value}"]
        self.begun = time.monotonic()
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        self.said = []
        for line in self.process.stderr:
            if "answers at" in line:
                self.url = line.split(" at ")[1].split(" ")[0].rstrip("/")
                self.port = urllib.parse.urlsplit(self.url).port
                threading.Thread(target=self._listen, daemon=True).start()
                return self
            self.said.append(line)
        sys.exit("the service did not start: " + "".join(self.said))

    def __exit__(self, *_):
        self.stop()

    def _listen(self):
        for line in self.process.stderr:
            self.said.append(line)

    def stop(self, timeout=30):
        """Ends it as systemd would; its exit code."""
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(timeout=timeout)

    def connect(self, timeout=30):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def get(self, path, method="GET", headers={}):
        """Status, headers and body of one request on a connection of its own."""
        connection = self.connect()
        try:
            connection.request(method, path, headers=headers)
            reply = connection.getresponse()
            return reply.status, reply.headers, reply.read()
        finally:
            connection.close()

    def memory(self):
        """Memory of its own, and pages of files it has mapped, in MB."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return [int(text.split(name)[1].split()[0]) / 1024 for name in ("RssAnon:", "RssFile:")]


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(print(__doc__, file=sys.stderr) or 64)
    with Service(*sys.argv[1:3]) as service:
        code = subprocess.run([*sys.argv[3:], service.url]).returncode
    sys.exit(code)
