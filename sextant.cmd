@echo off
rem The desk's command line on Windows: runs ./sextant inside the Windows Subsystem for Linux, where the desk's database
rem and build scripts are at home. Not tried by the authors on a Windows machine; see README.md.
setlocal
where wsl.exe >nul 2>nul
if errorlevel 1 (
  echo sextant: the Windows Subsystem for Linux is missing; install it with: wsl --install 1>&2
  exit /b 2
)
cd /d "%~dp0"
wsl.exe -- ./sextant %*
exit /b %errorlevel%
