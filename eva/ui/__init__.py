"""The interface (käyttöliittymä): Streamlit pages for officials, drawn from pure views."""
