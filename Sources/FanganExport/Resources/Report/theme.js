// Runs before the page is shown, so that a chosen theme does not flash.
try { const theme = localStorage.getItem('fangan-theme'); if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme } catch { }
