"""A headless Chromium for the checks of the pages."""

import base64
import os
import pathlib
import shutil
import sys
import time
import urllib.parse

__all__ = ["ActionChains", "Browser", "Keys", "Place", "Select", "missing"]

missing = []
try:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service as Driver
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.support.ui import Select, WebDriverWait
except ImportError:
    if sys.executable != "/usr/bin/python3" and pathlib.Path("/usr/lib/python3/dist-packages/selenium").exists():
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])  # Debian's package is there for Debian's Python
    missing.append("selenium for Python (apt-get install python3-selenium)")
for program, package in [("chromium", "chromium"), ("chromedriver", "chromium-driver")]:
    if not shutil.which(program):
        missing.append(f"{program} (apt-get install {package})")


class Place:
    """Where the service answers, and where screenshots go. Set by main."""

    base = ""
    folder = pathlib.Path()


class Browser:
    """A headless Chromium at one size."""

    def __init__(self, size, scripts=True, dark=False):
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
        ]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        if not scripts:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        self.driver = webdriver.Chrome(options=options, service=Driver(shutil.which("chromedriver")))
        self.size, self.dark = size, dark
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=size[0],
            height=size[1],
            deviceScaleFactor=1,
            mobile=size[0] < 600,
        )
        self.command(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}],
        )

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    def open(self, path):
        self.driver.get(Place.base + path)
        self.settle()

    def settle(self):
        self.until(lambda: self.script("return document.readyState") == "complete")
        self.until(lambda: not self.all("#results[aria-busy=true]"))
        time.sleep(0.15)

    def script(self, text, *arguments):
        return self.driver.execute_script(text, *arguments)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def until(self, holds, seconds=8):
        try:
            WebDriverWait(self.driver, seconds, 0.05).until(lambda _: holds())
            return True
        except Exception:  # a page that is being replaced answers with errors of many kinds
            return False

    def text(self, selector):
        found = self.all(selector)
        return found[0].text if found else ""

    def query(self):
        return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.driver.current_url).query))

    def shot(self, name, whole=False):
        height = min(4000, self.script("return document.documentElement.scrollHeight")) if whole else self.size[1]
        clip = {"x": 0, "y": 0, "width": self.size[0], "height": height, "scale": 1}
        data = self.command("Page.captureScreenshot", captureBeyondViewport=whole, **({"clip": clip} if whole else {}))[
            "data"
        ]
        (Place.folder / f"{name}.png").write_bytes(base64.b64decode(data))

    def complaints(self):
        """What the console says, but for tiles of a network that is not there."""
        tiles = urllib.parse.urlsplit(
            (self.script("return document.body?.dataset.tiles") or "").replace("{s}.", "")
        ).netloc
        return [
            e["message"]
            for e in self.driver.get_log("browser")
            if e["level"] in ("SEVERE", "WARNING") and not (tiles and tiles in e["message"])
        ]

    def close(self):
        self.driver.quit()
